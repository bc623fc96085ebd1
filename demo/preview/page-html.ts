/** The only page: everything in it is drawn by `page/main.tsx`. */
export const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Medqual preview</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<div id="page"></div>
<noscript>The preview needs JavaScript.</noscript>
<script src="/main.js"></script>
</body>
</html>
`;
