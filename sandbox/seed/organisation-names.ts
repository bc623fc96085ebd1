/** Invented first halves of organisation names. */
export const nameRoots: readonly string[] = lines(`
  Alder Bend, Amberfield, Ashwillow, Barrow Creek, Bellhaven Point, Birchmere, Bluestem Flats, Bramble Hill, Calder Ridge,
  Cedarwick, Cinder Falls, Copper Lantern, Cottonmarsh, Cranmore Hollow, Dovecrest, Driftstone, Eastmere, Elkhollow,
  Emberly, Fairmarsh, Fallow Creek, Fernwick, Flintlake, Foxmoor, Glenarbor, Goldthistle, Granite Fork, Greywater Bend,
  Hallowbrook, Harrowgate Springs, Hazelmere, Heronfield, Hollyfen, Ironbark, Ivory Bluff, Juniper Flat, Kestrel Bay,
  Kingsorrel, Larkmoor, Linden Marsh, Long Prairie Gap, Lowell Fen, Maplewick, Marlow Bend, Meadowlark Point, Millstone Run,
  Moss Harbor, Nettlefield, North Quarry, Oakmere, Old Ferry, Orchard Gap, Osprey Landing, Otterbourne, Palmetto Reach,
  Pebble Fork, Pinecastle, Plover Bay, Quailwood, Quartz Hill, Red Sumac, Reedwater, Rosemarrow, Rowanfield, Rushmere,
  Sable Creek, Sagewater, Sandhill Crane, Saltmarsh, Shadowbrook, Silver Alder, Sorrel Ridge, Sparrow Glen, Stillwater Bend,
  Stonewillow, Sunmeadow, Sweetgrass, Tallow Creek, Tamarack Point, Thistledown, Timberwick, Tupelo Bend, Upper Falls,
  Vale of Ash, Violet Hill, Walnut Fork, Wavecrest Landing, West Orchard, Wheatland Gap, Whippoorwill, Wildmere, Willowfen,
  Windrow, Wintergreen Fork, Wrenfield, Yarrow Springs, Yellowpine`);

/** Words that a web address leaves out. */
export const addressFillers: ReadonlySet<string> = new Set(
  "of the and associates group practice clinic center centers partners specialists services llc pllc pa".split(
    " ",
  ),
);

/** What some put after the name, and some do not. */
export const legalForms = ["", "", "", "", "", "", ", LLC", ", PLLC", " P.A.", ", Inc."];

function lines(text: string): readonly string[] {
  return text
    .trim()
    .split(",")
    .map((name) => name.trim());
}
