import type { D1Migration } from 'cloudflare:test';
import type { Env as WorkerEnv } from '../bindings.ts';

/** What tests get from `cloudflare:workers`. */
declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof import('../index.ts');
    }
    interface Env extends WorkerEnv {
      readonly MIGRATIONS: D1Migration[];
      /** RFC 6238 appendix B, JSON; empty where the file is not beside the checkout. */
      readonly TOTP_VECTORS: string;
      /** Wycheproof's JSON Web Signatures, JSON; empty where the file is not beside the checkout. */
      readonly JWS_VECTORS: string;
    }
  }
}
