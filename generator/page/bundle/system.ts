// Which system the laptop has, as its browser tells: only to show the right commands first.

export const SYSTEMS = ['windows', 'macos', 'linux'] as const
export type System = (typeof SYSTEMS)[number]
export const SYSTEM_NAMES: Record<System, string> = { windows: 'Windows', macos: 'macOS', linux: 'Linux' }

/** On a telephone or tablet, which cannot serve a phone, the system that most laptops have. */
export function systemOf(browser: { userAgent: string; platform?: string | undefined }): System {
  const said = `${browser.platform ?? ''} ${browser.userAgent}`
  if (/Android|iPhone|iPad|iOS/.test(said)) return 'windows'
  if (/Windows/.test(said)) return 'windows'
  if (/mac ?OS|Macintosh/i.test(said)) return 'macos'
  return /Linux|CrOS|Chrome OS|X11/.test(said) ? 'linux' : 'windows'
}

/** Of the browser that this runs in; where there is none, as of a browser that says nothing. */
export function thisSystem(): System {
  if (typeof navigator === 'undefined') return 'windows'
  const data: unknown = Reflect.get(navigator, 'userAgentData')
  const platform: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'platform') : undefined
  return systemOf({ userAgent: navigator.userAgent, ...(typeof platform === 'string' && { platform }) })
}
