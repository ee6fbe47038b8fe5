// What the doors of the page say, in German and English, before their scripts are there.
import type { Lang } from '../../problem.ts'

export const ISLAND_TEXT = {
  en: {
    working: 'One moment …',
    unreachable: 'The generator could not be reached. Is the network there? Nothing is lost; try again.',
  },
  de: {
    working: 'Einen Moment …',
    unreachable:
      'Der Generator ist nicht zu erreichen. Steht das Netz? Es ging nichts verloren; versuchen Sie es noch einmal.',
  },
} as const satisfies Record<Lang, Record<string, string>>
