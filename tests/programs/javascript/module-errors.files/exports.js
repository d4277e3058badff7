export const works = 1;
