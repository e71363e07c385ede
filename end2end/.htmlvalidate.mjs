// The recommended rules. What is switched off is a matter of taste, with the taste beside it.
export default {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // A button in a form submits it unless it says otherwise, and that is what every button here is for.
    'no-implicit-button-type': 'off',
    // Names repeat on purpose: `action` says which button was pressed, several boxes give a list, and a number shares its
    // question's name with "don't know".
    'form-dup-name': 'off',
    // Ids are names of fields, and those have a dot between their kind and their question: `comment.TE1-1`.
    'valid-id': ['error', { relaxed: true }],
  },
};
