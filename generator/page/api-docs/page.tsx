// The page /docs: every route with what it takes and answers and a line to try it, and what each problem means. It needs no
// script.
import type { Lang } from '../../problem.ts'
import { ANYWHERE, type ApiRoute, AREAS } from '../../web/api/routes.ts'
import { WEB_ERRORS, type WebErrorCode } from '../../web/problem-json.ts'
import { Layout } from '../layout.tsx'
import { API_DOCS_TEXT } from './text.ts'

const idOf = ({ method, path }: ApiRoute): string =>
  [method, ...path.split(/[^A-Za-z0-9]+/).filter(Boolean)].join('-').toLowerCase()
const idOfProblem = (code: string): string => `problem-${code.replaceAll('.', '-')}`
const routeOf = ({ method, path }: ApiRoute): string => `${method.toUpperCase()} ${path}`

/** @param origin where this generator stands, for the examples. */
export function ApiDocs({ lang, origin }: { lang: Lang; origin: string }) {
  const text = API_DOCS_TEXT[lang]
  return (
    <Layout lang={lang} title={`${text.title} – cp`} skip="routes" at="/docs">
      <section class="hero">
        <div>
          <h1>{text.title}</h1>
          <p class="lead">{text.lead}</p>
        </div>
      </section>
      <ul class="api-rules">
        {text.rules.map(rule => (
          <li>{rule}</li>
        ))}
      </ul>
      <p>
        <a href="/openapi.json">{text.document}</a>
      </p>
      <nav id="routes" class="card api-contents" aria-labelledby="routes-title">
        <h2 id="routes-title">{text.contents}</h2>
        <dl>
          {AREAS.filter(({ routes }) => routes.length > 0).map(({ title, routes }) => (
            <div>
              <dt>{title[lang]}</dt>
              {routes.map(route => (
                <dd>
                  <a href={`#${idOf(route)}`}>{routeOf(route)}</a>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </nav>
      {AREAS.filter(({ routes }) => routes.length > 0).map(({ name, title, routes }) => (
        <section class="api-area" aria-labelledby={`area-${name}`}>
          <h2 id={`area-${name}`}>{title[lang]}</h2>
          {routes.map(route => (
            <Route lang={lang} origin={origin} route={route} />
          ))}
        </section>
      ))}
      <Problems lang={lang} />
    </Layout>
  )
}

function Route({ lang, origin, route }: { lang: Lang; origin: string; route: ApiRoute }) {
  const text = API_DOCS_TEXT[lang]
  const { summary, about, parameters, body, answers, problems, curl } = route
  return (
    <article class="card" id={idOf(route)}>
      <h3>
        <code>{routeOf(route)}</code> {summary[lang]}
      </h3>
      {about && <p>{about[lang]}</p>}
      {parameters && <h4>{text.parameters}</h4>}
      {parameters && (
        <ul>
          {parameters.map(parameter => (
            <li>
              <code>{parameter.name}</code> ({text.places[parameter.in]}): {parameter.about[lang]}
            </li>
          ))}
        </ul>
      )}
      {body && <h4>{text.body}</h4>}
      {body && (
        <p>
          <code>{body.types.join(', ')}</code>: {body.about[lang]}
        </p>
      )}
      {body && <pre tabindex={0}>{body.example}</pre>}
      <h4>{text.answers}</h4>
      <ul>
        {answers.map(({ status, type, about, headers }) => (
          <li>
            {status} <code>{type}</code>: {about[lang]}
            {Object.entries(headers ?? {}).map(([name, words]) => (
              <>
                {'; '}
                <code>{name}</code>: {words[lang]}
              </>
            ))}
          </li>
        ))}
        {problems.length > 0 && (
          <li>
            <Codes codes={problems} />
          </li>
        )}
      </ul>
      <h4>{text.try}</h4>
      <pre tabindex={0}>{`curl ${curl.replaceAll('{origin}', origin)}`}</pre>
    </article>
  )
}

function Codes({ codes }: { codes: readonly WebErrorCode[] }) {
  return (
    <>
      {codes.map((code, index) => (
        <>
          {index > 0 && ', '}
          {WEB_ERRORS[code].status}{' '}
          <a href={`#${idOfProblem(code)}`}>
            <code>{code}</code>
          </a>
        </>
      ))}
    </>
  )
}

function Problems({ lang }: { lang: Lang }) {
  const text = API_DOCS_TEXT[lang]
  return (
    <section class="api-area" aria-labelledby="problems">
      <h2 id="problems">{text.problems}</h2>
      <p>{text.problemsLead}</p>
      <p>
        {text.anywhere} <Codes codes={ANYWHERE} />
      </p>
      {/* What scrolls sideways must be reachable by keyboard. */}
      <section class="api-table" aria-label={text.columns[0]} tabindex={0}>
        <table>
          <thead>
            <tr>
              {text.columns.map(column => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(WEB_ERRORS).map(([code, problem]) => (
              <tr id={idOfProblem(code)}>
                <th scope="row">
                  <code>{code}</code>
                </th>
                <td>{problem.status}</td>
                <td>
                  {problem[lang].title}. {problem[lang].detail}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
