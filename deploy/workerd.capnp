# The generator on one's own machine: workerd with the Worker from dist/worker and the built files from dist/public.
# docs/self-host.md says how to start it; `workerd serve deploy/workerd.capnp` in the root of the repository is all there is.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "cp", worker = .cp),
    # The folder is relative to where workerd is started, or named by --directory-path public=/elsewhere.
    (name = "public", disk = (path = "dist/public")),
    # The generator asks nobody for anything: to reach the network is not possible from here.
    (name = "internet", network = (allow = [])),
  ],
  sockets = [(
    name = "http",
    address = "127.0.0.1:8080",  # another one: --socket-addr http=*:8080
    service = "cp",
    # Says https where the reverse proxy does, so that addresses and cookies are right.
    http = (forwardedProtoHeader = "X-Forwarded-Proto"),
  )],
);

const cp :Workerd.Worker = (
  compatibilityDate = "2026-10-30",
  modules = [(name = "worker.js", esModule = embed "../dist/worker/worker.js")],
  bindings = [
    (name = "CP_BUNDLE_KEY", fromEnvironment = "CP_BUNDLE_KEY"),
    (name = "CP_KEYS_JSON", fromEnvironment = "CP_KEYS_JSON"),
    (name = "CP_KEYS_SIG", fromEnvironment = "CP_KEYS_SIG"),
    (name = "ASSETS", service = "public"),
  ],
);
