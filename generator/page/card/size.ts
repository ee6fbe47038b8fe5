// The size of the picture beside a link, as the programs want it that show one.

export const CARD_SIZE = { width: 1200, height: 630 } as const
