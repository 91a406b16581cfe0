import { effect } from '@preact/signals';
import { render } from 'preact';
import { api } from './app/api.ts';
import { App } from './app/app.tsx';
import { me, sayRefusal } from './app/state.ts';
import { language } from './app/texts.ts';

effect(() => {
  document.documentElement.lang = language.value;
});

const root = document.getElementById('console');
if (root) render(<App />, root);

try {
  me.value = await api.me();
} catch (error) {
  sayRefusal(error);
}
