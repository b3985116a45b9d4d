// Asks the device for a passkey and sends its answer with the form. Without this file the
// page says that a passkey needs JavaScript, and the authenticator's code still works.

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const withBytes = (key) => ({ ...key, id: toBytes(key.id) });

function creationOptions({ publicKey }) {
  return {
    ...publicKey,
    challenge: toBytes(publicKey.challenge),
    user: withBytes(publicKey.user),
    excludeCredentials: (publicKey.excludeCredentials || []).map(withBytes),
  };
}

function requestOptions({ publicKey }) {
  return {
    ...publicKey,
    challenge: toBytes(publicKey.challenge),
    allowCredentials: (publicKey.allowCredentials || []).map(withBytes),
  };
}

// What the server reads: the W3C's JSON form of a credential.
function asJson(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = toText(credential.response[part]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  };
}

async function ask(button) {
  const options = JSON.parse(button.dataset.passkeyOptions);
  return button.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: creationOptions(options) })
    : navigator.credentials.get({ publicKey: requestOptions(options) });
}

async function send(button) {
  const form = button.form;
  const failed = form.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  try {
    form.elements.credential.value = JSON.stringify(asJson(await ask(button)));
    form.submit();
  } catch {
    // The person closed the device's window, or it holds no passkey for this site.
    failed.hidden = false;
  }
}

for (const button of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential) break;
  button.form.querySelector("[data-passkey-without]").hidden = true;
  button.form.querySelector("[data-passkey-with]").hidden = false;
  button.addEventListener("click", () => send(button));
}
