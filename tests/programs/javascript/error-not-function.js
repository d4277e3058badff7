const api = { get() {} };
api.get();
api.post();
