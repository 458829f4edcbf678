import { ReadError } from '../read-result.ts';

export type MermaidFormat = typeof import('./mermaid-format.ts');

/** What reads and writes Mermaid, once it is wanted: few diagrams are. @throws {ReadError} `not-loaded` */
export async function loadMermaid(): Promise<MermaidFormat> {
  try {
    return await import('./mermaid-format.ts');
  } catch {
    throw new ReadError('not-loaded');
  }
}
