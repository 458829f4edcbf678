import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { makePassword, type PasswordChoices, passwordBits } from './make-password.ts';
import { loadWords, makeWords, type WordChoices, wordBits } from './make-words.ts';
import { PasswordFields } from './password-fields.tsx';
import { WordFields } from './word-fields.tsx';

interface GeneratorDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onUse: (password: string) => void;
}

const PASSWORD: PasswordChoices = {
  length: 20,
  kinds: ['lower', 'upper', 'digits', 'signs'],
  isReadable: false,
};
const WORDS: WordChoices = { count: 6, separator: '-' };

/** Makes passwords of characters or of words, until one is taken. */
export function GeneratorDialog({ isOpen, onClose, onUse }: GeneratorDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} class="generator" aria-labelledby={titleId} onClose={onClose}>
      {isOpen && (
        <Generator
          titleId={titleId}
          onClose={onClose}
          onUse={(password) => {
            onUse(password);
            onClose();
          }}
        />
      )}
    </dialog>
  );
}

interface GeneratorProps extends Omit<GeneratorDialogProps, 'isOpen'> {
  readonly titleId: string;
}

function Generator({ titleId, onClose, onUse }: GeneratorProps) {
  const [isWords, setWords] = useState(false);
  const [password, setPassword] = useState(PASSWORD);
  const [words, setWordChoices] = useState(WORDS);
  const [list, setList] = useState<readonly string[]>([]);
  const [made, setMade] = useState('');
  useEffect(() => void loadWords().then(setList, () => {}), []);

  const make = () => (isWords ? makeWords(list, words) : makePassword(password));
  useEffect(
    () => setMade(isWords && list.length === 0 ? '' : make()),
    [isWords, password, words, list],
  );
  const bits = isWords ? wordBits(list, words) : passwordBits(password);
  return (
    <div class="stack">
      <h2 id={titleId}>{i18n.t('library.secret.generator.title')}</h2>
      <output class="generated" aria-label={i18n.t('library.secret.generator.made')}>
        {made}
      </output>
      <p class="small faded">{made && i18n.t('library.secret.generator.bits', bits)}</p>
      <fieldset class="row">
        <legend>{i18n.t('library.secret.generator.of')}</legend>
        <label class="check">
          <input type="radio" name="of" checked={!isWords} onChange={() => setWords(false)} />
          {i18n.t('library.secret.generator.characters')}
        </label>
        <label class="check">
          <input type="radio" name="of" checked={isWords} onChange={() => setWords(true)} />
          {i18n.t('library.secret.generator.words')}
        </label>
      </fieldset>
      {isWords ? (
        <WordFields choices={words} onChange={setWordChoices} />
      ) : (
        <PasswordFields choices={password} onChange={setPassword} />
      )}
      <div class="row">
        <button type="button" class="primary" disabled={made === ''} onClick={() => onUse(made)}>
          {i18n.t('library.secret.generator.use')}
        </button>
        <button type="button" disabled={made === ''} onClick={() => setMade(make())}>
          {i18n.t('library.secret.generator.again')}
        </button>
        <button type="button" onClick={onClose}>
          {i18n.t('cancel')}
        </button>
      </div>
    </div>
  );
}
