// What each line key does, as the phone reads it: lines, and all other keys. Source: usecallmanager, line-keys and sepmac-cnf-xml.
import { FEATURE_ID } from '../../catalog/keys/key-features.ts'
import { PASSWORD_LIMITS } from '../../catalog/registrars.ts'
import type { Plan, PlannedKey, PlannedLine, PlannedPhone } from '../../plan/plan.ts'
import { element, leaves, type XmlElement } from '../xml.ts'

const RING = { off: 1, flash: 2, once: 3, ring: 4 } as const
const ANSWER = { speaker: 'Auto Answer with Speakerphone', headset: 'Auto Answer with Headset' } as const
const BEEP = 5

/** A line and the key that it has. */
export function lineKey(plan: Plan, phone: PlannedPhone, line: PlannedLine): XmlElement {
  const { number, label, username, displayName, contact, authName, secret, borrows, ring, maxCalls, busyAt } = line
  const content = [
    ...leaves({ featureID: FEATURE_ID.line, featureLabel: label, proxy: phone.proxy, port: plan.registrar.port }),
    ...leaves({ name: username, displayName }),
    autoAnswer(phone, line.autoAnswer),
    ...leaves({ callWaiting: phone.family.fixedSwitch.value.on }),
    ...(borrows ? [] : [...leaves({ authName }), password(secret)]),
    ...leaves({ contact, sharedLine: false, messageWaitingLampPolicy: 3 }),
    ...(plan.messagesNumber === undefined ? [] : leaves({ messagesNumber: plan.messagesNumber })),
    ...leaves({ ringSettingIdle: RING[ring], ringSettingActive: BEEP }),
    element(
      'forwardCallInfoDisplay',
      leaves({ callerName: true, callerNumber: true, redirectedNumber: false, dialedNumber: true }),
    ),
    ...leaves({ maxNumCalls: maxCalls, busyTrigger: busyAt }),
  ]
  return element('line', content, { button: number, lineIndex: number })
}

/** A key that is no line, or, for an intercom, a line that answers by itself. */
export function otherKey(plan: Plan, phone: PlannedPhone, key: PlannedKey): XmlElement {
  const { button, label: featureLabel } = key
  const at = { button }
  switch (key.kind) {
    case 'dial':
      return element('line', leaves({ featureID: FEATURE_ID.speedDial, featureLabel, speedDialNumber: key.dial }), at)
    case 'blf': {
      const mask = key.pickup ? { featureOptionMask: 1 } : {}
      return element(
        'line',
        leaves({ featureID: FEATURE_ID.blf, featureLabel, ...mask, speedDialNumber: key.dial }),
        at,
      )
    }
    case 'park': {
      const number = { speedDialNumber: key.dial, contact: key.dial, retrievalPrefix: '' }
      return element('line', leaves({ featureID: FEATURE_ID.park, featureLabel, ...number }), at)
    }
    case 'service':
      return element('line', leaves({ featureID: FEATURE_ID.service, featureLabel, serviceURI: key.url }), at)
    case 'feature':
      return element('line', leaves({ featureID: key.id, featureLabel }), at)
    case 'intercom': {
      const { username, secret, number } = key
      const content = [
        ...leaves({ featureID: FEATURE_ID.intercom, featureLabel, proxy: phone.proxy, port: plan.registrar.port }),
        ...leaves({ name: username, displayName: featureLabel }),
        autoAnswer(phone, 'speaker'),
        ...leaves({ callWaiting: phone.family.fixedSwitch.value.on }),
        ...(secret === undefined ? [] : [...leaves({ authName: username }), password(secret)]),
        ...leaves({ maxNumCalls: 1, busyTrigger: 1 }),
      ]
      return element('line', content, { button, lineIndex: number })
    }
  }
}

/** Every character may become an entity of six bytes, `&quot;`. */
const password = (name: string) =>
  element('authPassword', { gap: 'secret', name, maxBytes: PASSWORD_LIMITS.maxLength * 6 })

function autoAnswer({ family }: PlannedPhone, where: PlannedLine['autoAnswer']): XmlElement {
  const { on, off } = family.fixedSwitch.value
  return element(
    'autoAnswer',
    leaves(where ? { autoAnswerEnabled: on, autoAnswerMode: ANSWER[where] } : { autoAnswerEnabled: off }),
  )
}
