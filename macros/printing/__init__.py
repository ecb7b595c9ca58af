"""What is printed or taken away: sheets and the handbook as PDF and as documents to edit."""
