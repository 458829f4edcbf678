import { i18n } from '#i18n';
import type { Found } from './found.ts';

/** Whether its bytes have to be asked for. */
export function isForeign({ data, source, svg, address }: Found): boolean {
  return address !== undefined && [data, source, svg].every((own) => own === undefined);
}

/**
 * What one can do with it once it is open, in a sentence or two.
 *
 * @param hasText whether its address holds the text that it was drawn from
 */
export function outcomeOf(found: Found, hasText: boolean): string {
  const { kind, source, svg, data, address = '' } = found;
  if (isForeign(found)) {
    const host = new URL(address).host;
    const isAskable = address.startsWith('https:');
    const asking = i18n.t(isAskable ? 'recover.outcome.foreign' : 'recover.outcome.foreignPlain', [
      host,
    ]);
    return hasText ? `${asking} ${i18n.t('recover.outcome.foreignText')}` : asking;
  }
  if (kind === 'mermaid') return i18n.t(`recover.outcome.${source ? 'mermaid' : 'mermaidDrawn'}`);
  if (kind === 'plantuml') {
    const isDrawn = svg !== undefined || data?.startsWith('data:image/svg');
    return i18n.t(`recover.outcome.${isDrawn ? 'plantuml' : 'plantumlPicture'}`);
  }
  return i18n.t(`recover.outcome.${kind}`);
}
