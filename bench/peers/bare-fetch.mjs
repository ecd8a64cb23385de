// The least that a program which asks one question can be.
const response = await fetch(process.argv[2], { headers: { authorization: `Bearer ${process.env.WIZDATA_API_KEY}` } });
process.stdout.write(await response.text());
