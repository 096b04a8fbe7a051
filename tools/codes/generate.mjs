// Writes the standard code lists of src/CooperationRegistry.Domain/Values/Codes: npm install && npm run generate
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { iso31661, iso31662 } from "iso-3166";

const require = createRequire(import.meta.url);
const folder = new URL("../../src/CooperationRegistry.Domain/Values/Codes/", import.meta.url);

const write = (file, source, header, rows) => {
  const lines = rows.map((row) => row.map((cell) => cell ?? "").join("\t"));
  writeFileSync(new URL(file, folder), [`# ${source}`, header.join("\t"), ...lines, ""].join("\n"));
};
const byCode = (a, b) => (a[0] < b[0] ? -1 : 1);
const labels = ["code", "broader", "en", "zh-Hans"];

const territories = (language) =>
  require(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames.territories;
const [countriesEn, countriesZh] = ["en", "zh-Hans"].map(territories);
write(
  "countries.tsv",
  "ISO 3166-1 alpha-2, officially assigned: npm iso-3166 4.4.0 (MIT); labels: CLDR 48.2.0 (Unicode licence). Made 2026-11-21",
  labels,
  iso31661
    .filter((country) => country.state === "assigned")
    .map(({ alpha2 }) => [alpha2, "", countriesEn[alpha2], countriesZh[alpha2]])
    .sort(byCode),
);

const provinces = {
  AH: "安徽省", BJ: "北京市", CQ: "重庆市", FJ: "福建省", GD: "广东省", GS: "甘肃省", GX: "广西壮族自治区", GZ: "贵州省", HA: "河南省",
  HB: "湖北省", HE: "河北省", HI: "海南省", HK: "香港特别行政区", HL: "黑龙江省", HN: "湖南省", JL: "吉林省", JS: "江苏省", JX: "江西省",
  LN: "辽宁省", MO: "澳门特别行政区", NM: "内蒙古自治区", NX: "宁夏回族自治区", QH: "青海省", SC: "四川省", SD: "山东省", SH: "上海市",
  SN: "陕西省", SX: "山西省", TJ: "天津市", TW: "台湾省", XJ: "新疆维吾尔自治区", XZ: "西藏自治区", YN: "云南省", ZJ: "浙江省",
};
const subdivisionsEn = require("cldr-subdivisions-full/subdivisions/en/en.json").subdivisions.localeDisplayNames.subdivisions;
write(
  "subdivisions.tsv",
  "ISO 3166-2: npm iso-3166 4.4.0 (MIT); English names: CLDR 48.2.0 (Unicode licence), where it has none the name of ISO 3166-2. Made 2026-11-21",
  labels,
  iso31662
    .map(({ code, parent, name }) => {
      const english = subdivisionsEn[code.replace("-", "").toLowerCase()] ?? name;
      return [code, parent, english, code.startsWith("CN-") ? provinces[code.slice(3)] : ""];
    })
    .sort(byCode),
);

// Listed by ISO 4217 but no country's tender in CLDR: funds codes, units of account, the colón and Venezuela's second bolívar.
const alsoListed = ["BOV", "CHE", "CHW", "CLF", "COU", "MXV", "SVC", "USN", "UYI", "UYW", "VED", "XAD", "XDR", "XSU", "XUA"];
const unlabelled = { XAD: ["Arab Accounting Dinar", "阿拉伯记账第纳尔"], VED: ["Venezuelan Digital Bolívar", "委内瑞拉数字玻利瓦尔"] };
const madeOn = "2026-11-21";
const regions = require("cldr-core/supplemental/currencyData.json").supplemental.currencyData.region;
const assigned = new Set(iso31661.filter((country) => country.state === "assigned").map((country) => country.alpha2));
const tender = Object.entries(regions)
  .filter(([region]) => assigned.has(region))
  .flatMap(([, uses]) => uses.flatMap((use) => Object.entries(use)))
  .filter(([, use]) => use._tender !== "false" && !(use._to < madeOn))
  .map(([code]) => code);
const currencies = (language) =>
  require(`cldr-numbers-full/main/${language}/currencies.json`).main[language].numbers.currencies;
const [currenciesEn, currenciesZh] = ["en", "zh-Hans"].map(currencies);
write(
  "currencies.tsv",
  "ISO 4217 alphabetic codes in use, with funds codes, without metals and test codes: CLDR 48.2.0 (Unicode licence). Made 2026-11-21",
  labels,
  [...new Set([...tender, ...alsoListed])]
    .map((code) => [code, "", ...(unlabelled[code] ?? [currenciesEn[code].displayName, currenciesZh[code].displayName])])
    .sort(byCode),
);

const reserved = (subtag) => subtag.includes("..");
write(
  "language-subtags.tsv",
  "IANA language subtag registry of 2025-08-25: npm language-subtag-registry 0.4.2 (CC0), without ranges for private use. An extlang stands behind its prefix",
  ["type", "subtag"],
  require("language-subtag-registry/data/json/registry.json")
    .filter(({ Type, Subtag }) => ["language", "extlang", "script", "region", "variant"].includes(Type) && !reserved(Subtag))
    .map(({ Type, Subtag, Prefix }) => [Type, Type === "extlang" ? `${Prefix[0]}-${Subtag}` : Subtag])
    .sort((a, b) => byCode(a.slice(1), b.slice(1)))
    .sort(byCode),
);
