// SSHSIG namespaces: one for each kind of thing that is signed, so that a signature cannot be moved between them.

export const NAMESPACE_BUNDLE = 'cp-bundle@v1'
export const NAMESPACE_KEYS = 'cp-keys@v1'
export const NAMESPACE_RELEASE = 'cp-release@v1'
