import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../src/build/security.ts';

const directive = (policy: string, name: string) =>
  policy.split('; ').find((each) => each.startsWith(`${name} `));

describe('the content security policy', () => {
  it('allows no script and no style in a page that has none in it', () => {
    const policy = contentSecurityPolicy('<script src="./a.js"></script><link href="./a.css">');
    expect(directive(policy, 'script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
    expect(directive(policy, 'style-src')).toBe("style-src 'self'");
  });

  it('names what is written into the page by its hash', () => {
    // printf 'alert(1)\n' | openssl dgst -sha256 -binary | base64
    const hash = "'sha256-MaeD7tQk/YNyd6Pm9J12ROmv0Z93QwNN4VH7v3gI+RI='";
    const policy = contentSecurityPolicy('<script>alert(1)\n</script><style>alert(1)\n</style>');
    expect(directive(policy, 'script-src')).toContain(hash);
    expect(directive(policy, 'style-src')).toBe(`style-src 'self' ${hash}`);
  });

  it('takes the ends of lines as a browser does', () => {
    const unix = contentSecurityPolicy('<style>a\nb</style>');
    expect(contentSecurityPolicy('<style>a\r\nb</style>')).toBe(unix);
  });
});
