// A worker of a script that is here: the address that it begins from holds the whole script in memory, and goes as soon as it is not needed.

export function scriptWorker(script: BlobPart): Worker {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address);
  const terminate = worker.terminate.bind(worker);
  const forget = () => URL.revokeObjectURL(address);
  // Not at once: until it runs, some browsers may still have to read it.
  for (const sign of ['message', 'error']) worker.addEventListener(sign, forget, { once: true });
  worker.terminate = () => {
    forget();
    terminate();
  };
  return worker;
}
