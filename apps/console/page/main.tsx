import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app/app.tsx';
import { api } from './state/api.ts';
import { me, showError } from './state/state.ts';
import { language } from './state/texts.ts';

effect(() => {
  document.documentElement.lang = language.value;
});

const root = document.getElementById('console');
if (root) render(<App />, root);

try {
  me.value = await api.me();
} catch (error) {
  showError(error);
}
