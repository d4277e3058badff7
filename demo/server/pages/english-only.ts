/** What the documents say of their language. */
export const ENGLISH_ONLY = 'This page is in English only. The pages of an interview speak ten languages.';
