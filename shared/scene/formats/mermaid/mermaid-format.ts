/* All that reads and writes Mermaid, as one part that is loaded when it is asked for: see `load-mermaid.ts`. */
export { drawMermaid } from '../svg/read-mermaid-svg.ts';
export { readSkeletons } from './read-skeletons.ts';
export { writeMermaid } from './write-mermaid.ts';
