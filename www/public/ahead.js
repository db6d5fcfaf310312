// Shows the answer that stands in the document in the reader's language, unless a link asks for another deal. It runs before
// anything is painted; the page itself comes after it.
(() => {
  const asked = new URLSearchParams(location.search).get("lang");
  const language = [asked, ...navigator.languages].map((tag) => (tag ?? "").toLowerCase().split("-")[0]).find((tag) => tag === "en" || tag === "zh");
  if (!/[#&]request=/.test(location.hash)) document.documentElement.dataset.ahead = language ?? "en";
})();
