// The icon in the browser's tab: a desk phone.

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"><rect width="32" height="32" rx="7" fill="#0b6b69" stroke="none"/><rect x="6" y="8" width="20" height="16" rx="3"/><path d="M11 8v16M15.500 12.500h6.500M16 18h.1M19.500 18h.1M23 18h.1"/></svg>`
