// The part of the page where a person's own pictures and tones become files for the phone. A script of its own brings it to life.
import { PHONES } from '../../catalog/phones.ts'
import type { Lang } from '../../problem.ts'
import { MEDIA_TEXT } from './text.ts'

export function MediaSection({ lang }: { lang: Lang }) {
  const text = MEDIA_TEXT[lang]
  return (
    <details class="media" id="media">
      <summary>
        <h2>{text.title}</h2>
      </summary>
      <p class="hint">{text.lead}</p>
      <form id="media-form" hidden>
        <p>
          <label for="media-files">{text.files}</label>
          <input id="media-files" type="file" accept=".png,.wav,image/png,audio/wav" multiple />
        </p>
        <p>
          <label for="media-model">{text.model}</label>
          <select id="media-model" autocomplete="off">
            {PHONES.map(({ name, wallpaper, family }) => (
              <option
                value={name}
                data-folder={wallpaper?.value}
                data-tones={family.ringTones.value}
                selected={name === 'CP-7975G'}
              >
                {wallpaper ? name : `${name} (${text.noPictures})`}
              </option>
            ))}
          </select>
        </p>
      </form>
      <p id="media-status" role="status" />
      <div id="media-result" />
      <noscript>
        <p>{text.without}</p>
        <pre tabindex={0}>cp-generator media berge.png glocke.wav --model CP-7975G -o media</pre>
      </noscript>
    </details>
  )
}
