/** SVG as plain data: the editor makes DOM of it, the exports make text of it. */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}
