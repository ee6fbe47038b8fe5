// The modules with more keys beside a phone: whether they fit it, and how many keys they add.
import type { SitePhone } from '../../schemas/site.ts'
import { type AddOnModule, addOnModule } from '../catalog/models/add-on-modules.ts'
import type { PhoneModel } from '../catalog/phone-model.ts'
import type { Path } from '../problem.ts'
import type { Report } from './plan.ts'

/** From the phone outwards. Phones take only modules of one kind at a time. */
export function planModules({ addOns = [] }: SitePhone, model: PhoneModel, path: Path, report: Report): AddOnModule[] {
  const known = model.addOnModules?.value ?? []
  const modules: AddOnModule[] = []
  for (const [index, name] of addOns.entries()) {
    const found = known.includes(name) ? addOnModule(name) : undefined
    if (found && (modules[0] ?? found) === found && index < found.max) modules.push(found)
    else {
      const details = {
        model: model.name,
        known: known.join(', ') || '-',
        max: String(addOnModule(known[0] ?? '')?.max ?? 0),
      }
      report({ code: 'site.module', path: [...path, 'addOns', index], details })
    }
  }
  return modules
}
