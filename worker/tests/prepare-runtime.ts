import './support/derive-once.ts';

// Nobody reads what is logged here, and to bring each line to the runner takes longer than many a request.
console.log = () => {};
