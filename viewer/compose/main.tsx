import { render } from 'preact';
import { startPage } from '../start-page.ts';
import { ComposePage } from './compose-page.tsx';

startPage((place) => render(<ComposePage />, place));
