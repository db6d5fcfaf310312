/**
 * One square for every country and territory of the list, placed roughly where it lies. Nothing else is meant by a place:
 * squares that touch need not be neighbours, and no border is drawn.
 */

const ROWS = [
  "..................ISL...DNKNORSWEFINESTLVA.......................................",
  "CAN..................GBRBELNLDDEUCZEPOLLTUBLR...............RUS..................",
  ".....................IRLLUXLIEAUTSVNHUNSVKUKR.........KAZ........................",
  "........................FRACHESMRHRVSRBROUMDA...GEO............MNG...............",
  "USA..................ESPANDMCOITABIHXKXMKDBGRTURARMAZEUZBKGZ.........PRK.........",
  ".....................PRT...TUNMLTMNEALBGRCCYPLBNSYRIRNTKMTJK...CHNKORJPN.........",
  ".....................MARDZA...............ISRPSEIRQKWTAFGPAKBTN..................",
  "MEXCUBBHSDOM.....................LBY......EGYJORSAUBHRQATNPLBGDMACTWN............",
  "...BLZHTISXMKNA......MRTMLI........................AREOMNINDMMRLAOHKG............",
  "GTMHNDJAMATGDMALCACPVSEN...NER...TCD......SDN...ERIYEM......THAVNM...............",
  "SLVNICCUWGRDVCTBRBGMBGNBBFANGA..................DJI............KHMPHL............",
  "...CRIPANABWTTO...SLEGINTGOBEN............SSD...ETH......LKA.........PLW.........",
  "......COLVENGUYSURLBRCIVGHA...CMR...CAF.........SOM......MDV...MYSBRN...FSMMHL...",
  "......ECU..................STPGNQCOG...RWAUGAKEN...............SGPIDN...NRUKIR...",
  "......PER.....................GAB...COD...BDITZA...SYC............TLSPNGSLB...TUV",
  ".........BOL...BRA...............AGO...ZMB...MWICOM........................VUTWSM",
  "............PRY..................NAM...BWAZWEMOZMDG...MUS............AUS...FJITON",
  "......CHLARGURY.....................ZAFLSOSWZ....................................",
  "...........................................................................NZL...",
] as const;

export interface Place {
  alpha3: string;
  column: number;
  row: number;
}

export const COLUMNS = ROWS[0].length / 3;
export const LINES = ROWS.length;

export const places: readonly Place[] = ROWS.flatMap((text, row) =>
  Array.from({ length: COLUMNS }, (_, column) => ({ alpha3: text.slice(column * 3, column * 3 + 3), column, row })).filter(
    ({ alpha3 }) => alpha3 !== "...",
  ),
);
