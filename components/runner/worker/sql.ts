// Worker entry: SQL.
import { serve } from './serve.js';
import { bootSql } from './sql/boot.js';

serve(bootSql);
