// Passkeys: what only a script can do. It puts the browser's answer into the hidden box of the form and sends the form.
(() => {
  const form = document.querySelector('form[data-passkey]');
  const answer = form?.querySelector('[data-credential]');
  const alert = form?.querySelector('[data-failed]');
  const ask = form?.querySelector('[data-ask]');
  if (!form) return;

  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
    alert.textContent = alert.dataset.unable ?? '';
    return;
  }

  const credential = async () => {
    const response = await fetch(form.dataset.options, { method: 'POST' });
    const options = await response.json();
    return form.dataset.passkey === 'new'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  };

  // Refused by the person, by the device, or by the server: the same to do.
  const send = async () => {
    alert.textContent = '';
    try {
      answer.value = JSON.stringify(await credential());
      form.submit();
    } catch {
      alert.textContent = alert.dataset.failed;
    }
  };

  if (ask) {
    ask.hidden = false;
    ask.addEventListener('click', send);
  } else {
    form.addEventListener('submit', event => {
      // Without a name the server says what to mend, before a key is made.
      if (form.querySelector('[name="Form.Name"]').value.trim() === '') return;
      event.preventDefault();
      send();
    });
  }
})();
