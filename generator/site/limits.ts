// How much a site may be. Strangers send theirs to a Worker, which has 128 MB for all of them; at the command line it is one's own.

export interface Limits {
  /** Of the text, in UTF-8. */
  bytes: number
  phones: number
  /** Of any one list or map. */
  entries: number
  /** That are told of a site that is refused: a text can have a hundred for every line. */
  problems: number
}

/** The Worker and the page. 200 phones with a line each have 30 kB. */
export const ON_THE_WEB: Limits = { bytes: 256_000, phones: 200, entries: 1000, problems: 1000 }

/** The most that a site can be: 1.6 kB for each of 10,000 phones, which is eight lines with all that a line may have. */
export const ON_THE_COMMAND_LINE: Limits = { bytes: 16_000_000, phones: 10_000, entries: 20_000, problems: 20_000 }
