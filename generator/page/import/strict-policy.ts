// Imported first: zod compiles its checks with `new Function`, which the page's policy forbids and reports.
import * as z from 'zod'

z.config({ jitless: true })
