/**
 * Our own list, a word for each value of a byte: everyday things, no word inside another's beginning, and none a letter away from
 * another, so that nobody confuses them by phone. Never change it: people compare across versions.
 */
export const fingerprintVocabulary: readonly string[] = `
  acorn actor album alley amber anchor ankle apple
  apron arrow atlas attic autumn badge bagel bakery
  balcony bamboo banana banjo barrel basket beaver beetle
  bicycle biscuit blanket blossom border bottle bracelet branch
  breakfast brother bubble bucket buffalo butter button cabin
  cactus camera canary candle canyon carbon carpet castle
  cedar cello chapel cherry chimney circus clover cobalt
  coconut coffee comet compass copper coral cotton coyote
  cradle crater cricket crystal cupboard curtain cushion daisy
  dancer diamond dinner doctor dolphin donkey dragon drawer
  eagle easel eclipse elbow elephant engine envelope eraser
  fabric falcon farmer feather fiddle finger flamingo flower
  forest fossil fountain fridge frozen galaxy gallery garage
  garden garlic gazelle geyser ginger giraffe glacier goblet
  gondola gorilla granite grape guitar hammer harbor hazel
  helmet hiker holiday honey horizon hotel hurdle igloo
  indigo insect island ivory jacket jaguar jasmine jigsaw
  jungle kayak kettle kitchen kiwi koala ladder lagoon
  lantern laptop lavender lemon leopard lettuce library lizard
  lobster lunar magnet mango maple marble market meadow
  mirror mitten mosaic mountain muffin museum mustard napkin
  nectar nickel noodle nutmeg oasis ocean octopus olive
  onion orange orchid otter oyster paddle palace panda
  papaya parrot pastry pebble pelican pencil pepper piano
  pickle pigeon pillow pirate planet plaza polar pony
  potato prairie pretzel puppet purple puzzle pyramid quartz
  quilt rabbit radish raven ribbon river robin rocket
  rubber salmon sandal satin saturn scarf scooter shadow
  silver skeleton sofa spider sponge squirrel stadium summer
  sunset tablet temple ticket tiger toaster tomato tractor
  trumpet tulip tunnel turtle umbrella velvet village violin
  volcano waffle walnut window winter yellow yogurt zebra
`
  .trim()
  .split(/\s+/);
