// What is in a bundle that passed every check: who signed it, what the phones will talk to, and each file.
import type { Child } from 'hono/jsx'
import { secretKey } from '../../../schemas/secret-name.ts'
import { shortId } from '../../../schemas/site-id.ts'
import type { Lang } from '../../problem.ts'
import { kilobytes, moment } from '../bundle/amounts.ts'
import { Checks } from './check-list.tsx'
import { FileList } from './files.tsx'
import { LongList } from './long-list.tsx'
import type { Piece } from './marked.ts'
import { visible } from './marked.ts'
import type { Report } from './message.ts'
import type { OwnKeys } from './page.tsx'
import { Steps } from './steps.tsx'
import { VERIFY_WORDS } from './words.ts'

export interface ReportProps {
  lang: Lang
  own: OwnKeys | undefined
  report: Report
  piecesOf: (path: string) => Promise<Piece[]>
}

export function ReportView({ lang, own, report, piecesOf }: ReportProps) {
  const say = VERIFY_WORDS[lang]
  const isOwn = own?.root === report.root
  return (
    <>
      <Signer lang={lang} own={own} report={report} />
      <section class="card" aria-labelledby="verify-checks">
        <h2 id="verify-checks">{say.checks}</h2>
        <Checks lang={lang} root={isOwn ? 'own' : 'other'} />
      </section>
      <Contents lang={lang} report={report} />
      <section class="card" aria-labelledby="verify-files">
        <h2 id="verify-files">{say.files}</h2>
        <p class="hint">{say.filesHow}</p>
        <FileList lang={lang} files={report.manifest.files} piecesOf={piecesOf} />
      </section>
      <Steps lang={lang} report={report} isOwn={isOwn} />
    </>
  )
}

function Signer({ lang, own, report }: Pick<ReportProps, 'lang' | 'own' | 'report'>) {
  const say = VERIFY_WORDS[lang]
  const { manifest, signedBy, root, version, from, until } = report
  const isOwn = own?.root === root
  return (
    <section class="card" aria-labelledby="verify-who">
      <h2 id="verify-who">{say.who}</h2>
      <dl class="facts">
        <Fact name={say.signedBy}>
          <strong>{manifest.issuer}</strong>
          <br />
          <small>{say.meaning}</small>
        </Fact>
        <Fact name={say.key}>
          <code>{signedBy}</code>
          <br />
          <small>{say.signs(moment(from, lang), moment(until, lang))}</small>
        </Fact>
        <Fact name={say.root}>
          <code>{root}</code>
          <br />
          <small>{own === undefined ? say.noRoot : isOwn ? say.ownRoot : say.otherRoot}</small>
        </Fact>
      </dl>
      {own && isOwn && version < own.version && <p class="caution">{say.oldKeys}</p>}
    </section>
  )
}

function Contents({ lang, report }: Pick<ReportProps, 'lang' | 'report'>) {
  const say = VERIFY_WORDS[lang]
  const { manifest, size, hosts } = report
  const { site, network, registrar, phones, firmware, secrets } = manifest
  const { leases } = network
  return (
    <section class="card" aria-labelledby="verify-holds">
      <h2 id="verify-holds">{say.holds}</h2>
      <dl class="facts">
        <Fact name={say.site}>
          <strong>{visible(site.name)}</strong> <code>{shortId(site.id)}</code>
        </Fact>
        <Fact name={say.made}>
          {moment(manifest.issued, lang)} <small>(cp {manifest.generator})</small>
        </Fact>
        <Fact name={say.size}>{kilobytes(size, lang)}</Fact>
        <Fact name={say.registrar}>
          {visible(registrar.kind)}, {visible(registrar.address)}:{String(registrar.port)}
        </Fact>
        <Fact name={say.hosts}>
          <List items={hosts.map(visible)} none={say.noHosts} all={say.all} />
        </Fact>
        <Fact name={say.networkName}>
          {say.network(network.agent, leases ? `${leases.first} – ${leases.last}` : '')}
        </Fact>
        <Fact name={say.phones}>
          <LongList
            list
            items={phones}
            all={say.all}
            show={({ mac, model, label = '', route, lines }) => (
              <>
                {visible(label)} <strong>{visible(model)}</strong> {mac === 'any' ? say.first : <code>{mac}</code>}
                {', '}
                {route.map(({ load }) => load).join(' → ')}, {say.lines(lines.length)}:{' '}
                {lines.map(({ username }) => visible(username)).join(', ')}
              </>
            )}
          />
        </Fact>
        <Fact name={say.firmware}>
          <ul class="plain">
            {firmware.map(({ load, archive = '', onlyBelow }) => (
              <li>
                <code>{load}</code> {archive && `(${visible(archive)})`}{' '}
                {onlyBelow !== undefined && say.onlyBelow(onlyBelow)}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={say.secrets}>
          <List items={secrets.map(({ name }) => secretKey(name))} none={say.noSecrets} all={say.all} />
        </Fact>
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function List({ items, none, all }: { items: readonly string[]; none: string; all: (count: number) => string }) {
  return items.length === 0 ? none : <LongList list items={items} all={all} show={item => <code>{item}</code>} />
}
