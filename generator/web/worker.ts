// The entry of the Worker: wrangler.toml names it.
import { createApp } from './app.ts'

export default createApp(line => console.log(line))
