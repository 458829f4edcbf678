import { i18n } from '#i18n';
import { Section } from '../security/section.tsx';

/** The way to the one file that holds everything. */
export function ExportSection() {
  return (
    <Section title={i18n.t('account.leave.export')}>
      <p>{i18n.t('account.leave.exportAbout')}</p>
      <div>
        <a class="button" href="/library.html#export">
          {i18n.t('account.leave.exportGo')}
        </a>
      </div>
    </Section>
  );
}
