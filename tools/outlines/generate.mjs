// Writes the outlines of src/CooperationRegistry.Web/Components/Public/Cities: npm install && npm run generate
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { iso31661 } from "iso-3166";
import simplify from "simplify-js";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);
const file = new URL("../../src/CooperationRegistry.Web/Components/Public/Cities/outlines.tsv", import.meta.url);

const longSide = 400; // units of the drawing
const tolerance = 1.5;
const leastArea = 14; // islets below it are left out
// Degrees between parts that are drawn each on its own, as Alaska is; what is less than 2 degrees across lies apart sooner.
const apart = (a, b) => (Math.min(across(a), across(b)) < 2 ? 3 : 6);

const codes = new Map(iso31661.filter((c) => c.state === "assigned").map((c) => [c.numeric, c.alpha2]));
const world = require("world-atlas/countries-50m.json");

const narrowing = (latitude) => Math.cos((latitude * Math.PI) / 180);

const boundsOf = (rings) => {
  const points = rings.flat();
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  return { west: Math.min(...xs), south: Math.min(...ys), east: Math.max(...xs), north: Math.max(...ys) };
};

// Countries on both sides of the 180th meridian go on beyond it.
const unwrapped = (polygons) => {
  const { west, east } = boundsOf(polygons.flat());
  return east - west <= 180 ? polygons : polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x < 0 ? x + 360 : x, y])));
};

const across = (box) => Math.hypot(box.east - box.west, box.north - box.south);

const gap = (a, b) => {
  const beside = Math.max(0, a.west - b.east, b.west - a.east) * narrowing((a.south + a.north + b.south + b.north) / 4);
  return Math.hypot(beside, Math.max(0, a.south - b.north, b.south - a.north));
};

// Polygons that lie near each other, directly or by way of others.
const partsOf = (polygons) => {
  const parts = [];
  for (const rings of polygons) {
    const own = boundsOf(rings);
    const joined = { boxes: [own], polygons: [rings] };
    for (const part of parts.filter((p) => p.boxes.some((box) => gap(box, own) <= apart(box, own)))) {
      joined.boxes.push(...part.boxes);
      joined.polygons.push(...part.polygons);
      parts.splice(parts.indexOf(part), 1);
    }
    parts.push(joined);
  }
  return parts.map((part) => part.polygons);
};

const areaOf = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * y, 0)) / 2;

const pathOf = (ring) => {
  let [atX, atY] = [0, 0];
  return ring
    .map(([x, y], i) => {
      const step = `${x - atX}${y - atY < 0 ? "" : " "}${y - atY}`;
      [atX, atY] = [x, y];
      return i === 0 ? `M${step}l` : step;
    })
    .join(" ")
    .replace(/l /, "l")
    .replace(/ -/g, "-") + "z";
};

const drawn = (polygons) => {
  const box = boundsOf(polygons.flat());
  const narrow = narrowing((box.south + box.north) / 2);
  const scale = longSide / Math.max((box.east - box.west) * narrow, box.north - box.south);
  const rings = polygons.flat().map((ring) => {
    const points = ring.slice(0, -1).map(([x, y]) => ({ x: (x - box.west) * narrow * scale, y: (box.north - y) * scale }));
    const kept = simplify(points, tolerance, true).map((p) => [Math.round(p.x), Math.round(p.y)]);
    return kept.filter((p, i) => i === 0 || p[0] !== kept[i - 1][0] || p[1] !== kept[i - 1][1]);
  });
  const largest = Math.max(...rings.map(areaOf));
  const shown = rings.filter((ring) => ring.length > 2 && areaOf(ring) >= Math.min(leastArea, largest));
  const [width, height] = [(box.east - box.west) * narrow * scale, (box.north - box.south) * scale].map((side) => Math.max(1, Math.round(side)));
  return largest > 0 ? [...[box.west, box.south, box.east, box.north].map((n) => n.toFixed(2)), width, height, shown.map(pathOf).join("")] : null;
};

const rows = new Map();
for (const country of feature(world, world.objects.countries).features) {
  const code = codes.get(country.id);
  // The Antarctic has no cities, and shapes without a code are no countries of the code list.
  if (!code || code === "AQ") continue;
  const polygons = country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
  rows.set(code, [...(rows.get(code) ?? []), ...polygons]);
}
const lines = [...rows]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .flatMap(([code, polygons]) => partsOf(unwrapped(polygons)).map(drawn).filter(Boolean).map((part) => [code, ...part].join("\t")));
writeFileSync(
  file,
  [
    "# Outlines of countries: Natural Earth 1:50m (public domain) by npm world-atlas 2.0.2 (ISC), codes: npm iso-3166 4.4.0 (MIT). A line a part that lies apart; the path is in units of width and height",
    ["country", "west", "south", "east", "north", "width", "height", "path"].join("\t"),
    ...lines,
    "",
  ].join("\n"),
);
