import { effect } from '@preact/signals';
import { render } from 'preact';
import { api } from './api.ts';
import { App } from './app.tsx';
import { me, sayRefusal } from './state.ts';
import { language } from './texts.ts';

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
