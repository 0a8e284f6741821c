function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** What another page takes in to show a frame that is as high as what it shows. */
export function frameSnippet(link: string, title: string): string {
  const { origin } = new URL(link);
  return `<iframe src="${escaped(link)}" title="${escaped(title)}" width="100%" height="620" style="border: 0"></iframe>
<script>
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== '${origin}' || data?.mdnPlayground !== 'height') return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.height = data.height;
    }
  });
</script>
`;
}
