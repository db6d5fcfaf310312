/** What a language consists of. Adding one is one file of this shape and one line in `index.ts`. */

/** A sentence around values that the page makes: numbers that can be asked for their working. */
export type Phrase<T> = (string | T)[];

/** Values of a notice or an error, already written in this language. */
export type Values = Readonly<Record<string, string>>;

/** An error as a sentence sees it. */
export interface Problem {
  /** The value as it was given; empty when there is none. */
  value: string;
  /** The bounds of the field in its own unit, `100 %`; empty where it has none. */
  least: string;
  most: string;
  details: Values;
}

export interface StepText {
  name: string;
  /** What the step means, in one line. */
  means: string;
  /** The formula in this language, where the engine's has words in it. */
  formula?: string;
}

export interface Locale {
  /** BCP 47. */
  tag: string;
  /** The language's name for itself. */
  name: string;
  direction: "ltr" | "rtl";

  /** What a visitor wants, by product. */
  jobs: Record<string, { name: string; about: string }>;
  /** Entries of the navigation that several jobs serve, by their key in `jobs.ts`. */
  wants: Record<string, string>;
  /** Ready-made deals, by their key in `jobs.ts`. */
  presets: Record<string, string>;
  /** Fields by path; `product/path` stands before `path`, and that before the last name. */
  fields: Record<string, string>;
  /** Names of choices; `field/choice` stands before `choice`. */
  choices: Record<string, string>;
  /** Values of a quote by name; `product/name` stands before `name`. */
  outputs: Record<string, string>;
  /** Parts of the cost. */
  components: Record<string, string>;
  notices: Record<string, (values: Values) => string>;
  errors: Record<string, (problem: Problem) => string>;
  steps: Record<string, StepText>;
  /** Inputs of steps whose symbol is a word. */
  words: Record<string, string>;
  /** Units of steps and fields. */
  units: Record<string, string>;
  grades: Record<string, string>;
  /** The five answers that the list of countries gives. */
  statuses: Record<string, { name: string; means: string }>;
  /** Categories 0 to 7 in words. */
  categories: readonly string[];

  /** The sentence beside the headline. */
  says: {
    cover<T>(v: Record<"premium" | "naive" | "solved", T>): Phrase<T>;
    noCover<T>(): Phrase<T>;
    coverWithoutSpread<T>(v: Record<"premium" | "rate", T>): Phrase<T>;
    without<T>(v: Record<"spread" | "rate", T>): Phrase<T>;
    breakEven<T>(v: Record<"spread", T>): Phrase<T>;
    nominal<T>(v: Record<"rate", T> & { compounding: string }): Phrase<T>;
    /** For ears: the headline once typing has stopped. */
    heard(v: { rate: string; premium: string }): string;
    heardProblem(v: { field: string; problem: string }): string;
    heardAnswer(v: { job: string }): string;
    balance(v: { peak: string; first: string; last: string; count: number }): string;
    curve(v: { country: string; five: string; ten: string }): string;
    ofSeven(): string;
    ofHundred(): string;
    known(v: { share: string }): string;
    /** For ears: how far the answer is from the kept one. */
    againstKept(v: { difference: string }): string;
    /** Of the figures of two scenarios: how many differ, and how many don't. */
    differing(v: { count: number }): string;
    alike(v: { count: number }): string;
    /** Between a name and what it names. */
    colon(): string;
    /** Many paths: the button, how far they have come, and how long they still take. */
    draw(v: { count: string }): string;
    drawn(v: { done: string; total: string }): string;
    secondsLeft(v: { count: string }): string;
    asOf(v: { date: string }): string;
    priced(v: { recovery: string }): string;
    defaults<T>(v: Record<"five" | "ten", T>): Phrase<T>;
    why(v: { name: string; value: string }): string;
    matches(v: { count: number }): string;
    edition(v: { inForce: string | null; retrieved: string }): string;
    rows(v: { count: number }): string;
    /** No input gives what is wanted: what can be had instead. */
    outOfReach(v: Record<"input" | "output" | "lowest" | "lowestAt" | "highest" | "highestAt", string>): string;
    waterfall(v: { list: readonly string[] }): string;
    hedged(v: { from: string; to: string; list: readonly string[] }): string;
    losses(v: { list: readonly string[] }): string;
    /** When the supplier has cash, and what it costs. */
    cashOverTime(v: Record<"cash" | "day" | "cost", string>): string;
    /** Between which discounts both sides gain; or that there is none. */
    window(v: Record<"from" | "to", string>): string;
    equity(v: { value: string; owed: string; lowest: string }): string;
    channels(v: { list: readonly string[] }): string;
    /** Each project with its best offer. */
    matching(v: { list: readonly Record<"project" | "offer" | "rate", string>[] }): string;
    offers(v: Record<"eligible" | "excluded", number>): string;
    /** What is found and what is asked, in brackets. */
    lifts(v: Record<"found" | "asked", string>): string;
    fromFile(v: { group: string }): string;
    noWindow(v: Record<"from" | "to", string>): string;
    purchase(v: Record<"uses" | "sources", readonly string[]>): string;
    byYear(v: { title: string; list: readonly string[] }): string;
    plant(v: { list: readonly string[] }): string;
    company(v: { list: readonly string[] }): string;
    /** What makes the margin that a bank needs, and what the deal has. */
    bank(v: { list: readonly string[]; own: string }): string;
    /** What the exporter of a supplier's credit has, and the change of price that makes it whole. */
    supplierNet<T>(v: Record<"net" | "cash", T>): Phrase<T>;
    supplierWhole<T>(v: Record<"rise" | "share", T>): Phrase<T>;
    bankWorth<T>(v: Record<"worth" | "margin", T>): Phrase<T>;
    ruleSets(v: { list: readonly string[] }): string;
    routes(v: { currency: string }): string;
    chances(v: { loss: string; best: string }): string;
    inYear(v: { year: string }): string;
    routeMap(v: { list: readonly string[] }): string;
    routeBands(v: { duty: string; list: readonly string[] }): string;
    routeBand(v: { way: string; from: string | null }): string;
    routeSpread(v: { list: readonly string[] }): string;
    routeCourse(v: { list: readonly string[] }): string;
    bookObligors(v: { count: string }): string;
    bookNumbered(v: { name: string; number: number }): string;
    bookRead(v: Record<"file" | "kept" | "refused", string>): string;
    /** What would be right in the place of a cell or row that was not taken. */
    bookMistake(v: { reason: string; bound: string }): string;
    bookMore(v: { count: string }): string;
    bookUnread(v: { list: readonly string[] }): string;
    bookLosses(v: { mean: string; none: string; list: readonly Record<"level" | "loss", string>[] }): string;
    bookUpTo(v: { level: string }): string;
    bookBeyond(v: { level: string }): string;
    /** A layer's name: its limit in excess of where it begins. */
    bookLayer(v: { limit: string | null; from: string }): string;
    bookTower(v: { list: readonly string[] }): string;
    bookMost(v: { list: readonly string[] }): string;
    bookMap(v: { list: readonly string[] }): string;
    bookFrom(v: { value: string }): string;
    bookBelow(v: { value: string }): string;
  };

  /** Everything else that is written on the page. */
  ui: Record<UiKey, string>;
  /** Who is bound by the minimum premium, and who is not. */
  bound(v: { participants: string; china: string }): string;
  disclaimer: string;
}

export type UiKey =
  | "title" | "jobs" | "deal" | "allIn" | "aYear" | "more" | "reset" | "parts" | "part" | "money"
  | "basisPoints" | "leftOut" | "leftOutBasisPoints" | "partsExplained" | "sum" | "total" | "schedule"
  | "balance" | "payments" | "table" | "csv" | "json" | "share" | "print" | "shareDone" | "shareLink"
  | "shareBroken" | "shareTooLong" | "country" | "noCategory" | "listIs" | "defaultCurve" | "defaultAxis"
  | "noCurve" | "year" | "yearsAhead" | "spread" | "probability" | "why" | "whyHint" | "backToNumber" | "inputs" | "noTables"
  | "notices" | "sources" | "whoIsBound" | "disclaimerTitle" | "lastGood" | "goToField" | "problem"
  | "notGiven" | "yes" | "no" | "loading" | "noWasm" | "noWasmHelp" | "slider" | "presets"
  | "premiumAndInterest" | "premiumOnce" | "withAndWithout" | "withCover" | "withoutCover" | "illustration"
  | "indication" | "score" | "scoreIs" | "measures" | "measuresAre" | "noMeasures" | "measuresExist" | "showPrices" | "hidePrices" | "world" | "colour" | "byCategory" | "byScore" | "noScore" | "ruleSets" | "flatOnce" | "perYear" | "theme" | "themeLight" | "themeDark" | "themeAuto"
  | "options" | "inUse" | "takeOut" | "addOption" | "whatIf" | "whatIfSays" | "wantedValue" | "wantedInput" | "searchFrom" | "searchTo"
  | "find" | "useIt" | "neighbours" | "moves" | "movesSays" | "showMoves" | "lower" | "higher" | "input" | "refused" | "exactly" | "nearest"
  | "cashOverTime" | "thisWay" | "byWaiting" | "windowOfBoth" | "windowSays" | "thisCost" | "channelsTitle" | "costAxis" | "daysAxis"
  | "contact" | "cardRefused"
  | "methodPage" | "keepDeal" | "sideBySide" | "swapSides" | "dropSide" | "sideKept" | "sideShown" | "sideDifference" | "changedInputs" | "sameInputs"
  | "whatComesOut" | "bothRequests" | "basisPointsShort" | "percentPoints"
  | "company" | "breakEven" | "bearers" | "bearersSays" | "firstLosses" | "insurer" | "reinsurer" | "ownShare" | "overMost" | "loss"
  | "waterfall" | "waterfallSays"
  | "plant" | "lockUp" | "purchase" | "greenCars" | "greenTonnes" | "chain" | "chainDays" | "chainOpen"
  | "hedgePicture" | "hedgePictureSays"
  | "landedTitle" | "barred"
  | "cancel" | "drawsProgress" | "drawsSay" | "drawsOnPage"
  | "routesTitle" | "bestWay" | "barredWay" | "noWay" | "routeMapTitle" | "routeMapSays" | "volumeAxis" | "dutyAxis" | "thisProgramme" | "borders" | "everyPoint"
  | "exposuresTitle" | "exposuresSays" | "way" | "against" | "inFavour" | "asPlanned" | "outlookTitle" | "outlookSays" | "courseTitle" | "goodToKnowWays"
  | "matching" | "matchingPart" | "files" | "filesHint"
  | "equityTitle" | "equityValue" | "equityOwed" | "monthsAxis"
  | "bookTitle" | "bookFile" | "bookHint" | "bookPaste" | "bookText" | "bookTake" | "bookShow" | "bookPasted" | "bookColumns"
  | "bookSample" | "bookReading" | "bookBeside" | "bookRow" | "bookColumn" | "bookValue" | "bookMistake" | "bookMistakes" | "bookRefused"
  | "bookMeans" | "bookAlso" | "bookNumbers" | "bookHas" | "bookAddLayer" | "bookObligor" | "bookLosses" | "bookWays" | "bookAsDensity"
  | "bookAsExceedance" | "bookDensity" | "bookExceedance" | "bookMean" | "bookTowerAxis" | "bookTowerSays" | "bookContributors"
  | "bookContributorsSay" | "bookShareExposure" | "bookShareShortfall" | "bookShareExpected" | "bookEvery" | "bookOwnRisk" | "bookMap"
  | "bookMapHint" | "bookNothing" | "bookShares";
