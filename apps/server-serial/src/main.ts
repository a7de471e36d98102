import { runServer } from '#server-runtime';
import { model } from './model.ts';

runServer(model);
