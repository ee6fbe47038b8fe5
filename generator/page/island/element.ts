// An element of the page, made by a script: text only, never mark-up from outside.

type Child = Node | string

/** An element with text and elements in it. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}
