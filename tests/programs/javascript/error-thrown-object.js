console.log('start');
throw { code: 42, why: 'because' };
