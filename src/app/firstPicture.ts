/** Takes away what first.js has shown, once the page shows something itself. */
export function dropFirstPicture(): void {
  document.querySelector('.first-picture')?.remove();
}
