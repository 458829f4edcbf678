import type { D1Migration } from 'cloudflare:test';
import type { Env as WorkerEnv } from '../bindings.ts';

interface TotpVector {
  readonly alg: string;
  readonly seedAscii: string;
  /** Seconds since the epoch. */
  readonly unixTime: number;
  /** 8 digits, and their last 6. */
  readonly expected: string;
  readonly expected6: string;
}

/** What tests get from `cloudflare:workers`. */
declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof import('../index.ts');
    }
    interface Env extends WorkerEnv {
      readonly MIGRATIONS: D1Migration[];
      /** RFC 6238 appendix B; `null` where the file is not beside the checkout. */
      readonly TOTP_VECTORS: { readonly tests: readonly TotpVector[] } | null;
    }
  }
}
