; Explorer offers the app for these under Open with. What opens them by default stays as it is.
!macro customInstall
  WriteRegStr SHCTX "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHCTX "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".csv" ""
  WriteRegStr SHCTX "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".tsv" ""
  WriteRegStr SHCTX "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".tab" ""
  WriteRegStr SHCTX "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".txt" ""
  WriteRegStr SHCTX "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".xlsx" ""
  WriteRegStr SHCTX "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".xlsm" ""
!macroend

; The program tells Windows at each start that it opens redeem links (main/shell/linkHandling.ts). What it wrote goes with
; it; an update, which runs the old uninstaller too, and another copy of the program keep theirs.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey SHCTX "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
    ReadRegStr $0 HKCU "Software\Classes\amc-access\shell\open\command" ""
    StrLen $1 '"$INSTDIR\'
    StrCpy $2 $0 $1
    ${if} $2 == '"$INSTDIR\'
      DeleteRegKey HKCU "Software\Classes\amc-access"
    ${endIf}
  ${endIf}
!macroend
