// The address of a page of a server, as a site may have it: some people write a user name and a password into it.

/** `http://user:password@host/` → `http://host/`; what is no such address stays as it is. */
export const pageAddress = (written: string): string => written.replace(/^(https?:\/\/)[^/?#]*@/i, '$1')
