import { exports } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createApp } from './app.ts'

describe('GET /verify', () => {
  it('names the root key of this server, so that the page needs no request later', async () => {
    const answer = await exports.default.fetch('https://phones.example.org/verify?lang=de')
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('<h1>In ein Paket sehen</h1>')
    expect(html).toMatch(/ data-root="SHA256:[A-Za-z0-9+/]{43}" data-version="\d+"/)
    expect(html).toContain('src="/verify.js"')
    expect(html).not.toMatch(/<script(?![^>]* src=)|style="/)
  })

  it('is there without keys, too: looking needs none', async () => {
    const answer = await createApp().request('/verify', {}, {})
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('data-root')
  })
})
