// A node of `vendorConfig` as its page describes it.
import { type Family, type Node, node, type Value } from './node.ts'
import { page } from './sources.ts'

export const vendorNode = (name: string, content: Value, families?: readonly Family[]): Node =>
  node(name, content, page('sepmac-cnf-xml', `vendorConfig.${name}`), families ? { families } : {})
